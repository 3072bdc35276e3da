# With the program itself, where SAMVERKAN names it.
if (nzchar(Sys.getenv("SAMVERKAN"))) {
  library(samverkan)
  out <- file.path(tempfile("samverkan-"), "result")
  run <- run_scenario("baseline", until = "1995-04", persons = TRUE, out = out)
  people <- persons(run)
  needs <- people[, grepl("^need_", names(people))]
  stopifnot(
    ncol(needs) == 22, all(rowSums(needs == 2) == people$needs_unmet), all(rowSums(needs == 1) == people$needs_met), all(nchar(people$person) == 16),
    inherits(people$month, "Date"), length(unique(people$month)) == 4)
  measured <- series(run)
  eligible <- measured[measured$indicator == "people.eligible" & grepl("^municipality/", measured$actor) & measured$group %in% c("", NA), ]
  stopifnot(all(eligible$value == as.vector(table(people$month))))
  asked <- query_result(run, "select count(*)::int as n from persons")
  stopifnot(asked$n == nrow(people))
  refused <- tryCatch(run_scenario("baselin", out = out), error = conditionMessage)
  stopifnot(grepl("baseline", refused))
  if (requireNamespace("survival", quietly = TRUE)) {
    told <- new.env()
    sys.source(system.file("examples", "cox.R", package = "samverkan"), told)
    stopifnot(is.finite(coef(told$model)), sum(told$at_risk$event) > 10)
    cut <- scenario("short-cut", interventions = list(list(
      id = "cut", lever = "funding.controllable", scope = list(sector = "county"), change = list(multiply = 0.8), at = "1996-01")))
    made <- compare_scenarios("baseline", cut, replications = 2, report = FALSE, out = file.path(dirname(out), "own"))
    decided <- decide("portfolio", "baseline", cut, budget = 1, known = TRUE, replications = 2, out = file.path(dirname(out), "decided"))
    futures <- result_table(decided, "futures")
    stopifnot(nzchar(decided$answer$answer), nrow(futures) == 4, all(is.finite(futures$people.waiting)))
    refused <- tryCatch(decide("goal", "baseline", lever = "assertive.posts"), error = conditionMessage)
    stopifnot(grepl("What is to be reached", refused))
    stopifnot(unique(differences(made)$scenario) == "short-cut", any(differences(made)$difference != 0, na.rm = TRUE))
  }
}
