# Does the county's cut change how soon people come into the ward? A Cox model per person, from persons by month.
library(samverkan)
library(survival)
result <- compare_scenarios("baseline", "funding-cut", replications = 2, persons = TRUE, report = FALSE)
people <- persons(result)
people <- people[people$month >= as.Date("2003-01-01"), ]
at_risk <- spells(people, people$ward_days > 0)
# The same person lives in both scenarios: standard errors are by person.
model <- coxph(Surv(months, event) ~ scenario + group + severity + needs_unmet, cluster = person, data = at_risk)
print(summary(model)$conf.int["scenariofunding-cut", ])
