scenario <- function(id, extends = "baseline", parameters = NULL, interventions = list(), title = id, question = title) {
  base <- if (grepl("\\.ya?ml$", extends)) normalizePath(extends) else extends
  content <- list(id = id, extends = base, title = title, question = question)
  if (length(parameters)) content$parameters <- as.list(parameters)
  if (length(interventions)) content$interventions <- interventions
  folder <- tempfile("samverkan-")
  dir.create(folder)
  file <- file.path(folder, paste0(id, ".yaml"))
  # JSON is YAML, too.
  writeLines(jsonlite::toJSON(content, auto_unbox = TRUE, pretty = TRUE, digits = NA), file, useBytes = TRUE)
  file
}

run_scenario <- function(scenario, seed = 1, replication = 1, until = NULL, persons = FALSE, set = NULL, rules = NULL,
                         out = NULL, force = FALSE) {
  made(samverkan_call(
    "run", scenario, "--seed", seed, "--replication", replication, option("--until", until), flag("--persons", persons), settings(set),
    option("--rules", rules), option("--out", out), flag("--force", force)))
}

compare_scenarios <- function(base, others, replications = 50, seed = 1, since = NULL, persons = NULL, set = NULL, report = TRUE,
                              rules = NULL, out = NULL, force = FALSE) {
  which <- if (isTRUE(persons)) "1" else if (is.null(persons) || isFALSE(persons)) NULL else paste(persons, collapse = ",")
  made(samverkan_call(
    "compare", base, others, "--replications", replications, "--seed", seed, option("--since", since), option("--persons", which),
    flag("--csv", TRUE), flag("--no-report", !report), settings(set), option("--rules", rules),
    option("--out", out), flag("--force", force)))
}

decide <- function(kind, base, others = character(), ..., outcome = NULL, replications = NULL, draws = NULL, seed = 1, since = NULL,
                   known = FALSE, set = NULL, out = NULL, force = FALSE) {
  asked <- list(...)
  if (length(asked) && (is.null(names(asked)) || any(names(asked) == ""))) {
    stop("What a decision asks for needs its name, such as budget = 10.", call. = FALSE)
  }
  words <- unlist(Map(function(name, value) option(paste0("--", gsub("_", "-", name)), value), names(asked), asked), use.names = FALSE)
  made(samverkan_call(
    "decide", kind, base, others, words, option("--outcome", outcome), option("--replications", replications), option("--draws", draws),
    "--seed", seed, option("--since", since), flag("--known", known), settings(set), option("--out", out), flag("--force", force)))
}

run_study <- function(study, replications = NULL, seed = NULL, rules = NULL, out = NULL, force = FALSE) {
  made(samverkan_call(
    "study", "run", study, option("--replications", replications), option("--seed", seed), option("--rules", rules),
    option("--out", out), flag("--force", force)))
}

made <- function(answer) structure(list(folder = answer$out, answer = answer), class = "samverkan_result")
