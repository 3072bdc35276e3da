library(samverkan)
months <- as.Date(c("2003-01-01", "2003-02-01", "2003-03-01"))
people <- data.frame(
  scenario = "a", replication = 1, person = rep(c("8002000000000001", "8002000000000002", "8002000000000003"), each = 3), month = rep(months, 3),
  ward_days = c(0, 4, 0, 0, 0, 0, 3, 0, 1))
found <- spells(people[sample(nrow(people)), ], people$ward_days[sample(nrow(people))] > 100)
stopifnot(nrow(found) == 3, !any(found$event), all(found$months == 3))
found <- spells(people, people$ward_days > 0)
stopifnot(identical(found$person, c("8002000000000001", "8002000000000002")), identical(found$event, c(TRUE, FALSE)), identical(as.integer(found$months), c(2L, 3L)))
