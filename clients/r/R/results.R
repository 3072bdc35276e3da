load_result <- function(folder) {
  if (!file.exists(file.path(folder, "manifest.json"))) stop("'", folder, "' holds no result: it has no manifest.json.", call. = FALSE)
  structure(list(folder = folder, answer = list()), class = "samverkan_result")
}

print.samverkan_result <- function(x, ...) {
  files <- list.files(x$folder, "\\.(parquet|csv|csv\\.gz)$")
  cat("Result in ", x$folder, "\n  tables: ", paste(unique(sub("\\..*$", "", files)), collapse = ", "), "\n", sep = "")
  invisible(x)
}

query_result <- function(result, sql) {
  answer <- samverkan_call("query", sql, folder_of(result))
  columns <- lapply(seq_along(answer$columns), function(place) {
    cells <- lapply(answer$rows, function(row) row[[place]])
    cells[vapply(cells, is.null, NA)] <- NA
    unlist(cells)
  })
  as_dates(as.data.frame(stats::setNames(columns, unlist(answer$columns)), check.names = FALSE, stringsAsFactors = FALSE))
}

# Texts of digits alone would be read as numbers of another value.
texts <- c("scenario", "person", "municipality", "actor", "keeper", "hash")

result_table <- function(result, name) {
  folder <- folder_of(result)
  parquet <- file.path(folder, paste0(name, ".parquet"))
  if (file.exists(parquet) && requireNamespace("arrow", quietly = TRUE)) return(as_dates(as.data.frame(arrow::read_parquet(parquet))))
  for (file in file.path(folder, paste0(name, c(".csv.gz", ".csv")))) {
    if (!file.exists(file)) next
    head <- names(read.csv(file, nrows = 1, check.names = FALSE))
    own <- intersect(texts, head)
    return(as_dates(read.csv(file, check.names = FALSE, colClasses = stats::setNames(rep("character", length(own)), own))))
  }
  if (!file.exists(parquet)) stop("'", folder, "' has no table '", name, "'.", call. = FALSE)
  query_result(result, paste0("select * from \"", name, "\""))
}

series <- function(result) result_table(result, "series")

persons <- function(result) result_table(result, "persons")

differences <- function(result) {
  told <- jsonlite::fromJSON(file.path(folder_of(result), "comparison.json"), simplifyVector = FALSE)
  names <- c("indicator", "label", "unit", "base", "other", "difference", "low", "high", "pairs")
  rows <- unlist(lapply(told$scenarios, function(one) lapply(one$rows, function(row) {
    cells <- lapply(stats::setNames(names, names), function(name) if (is.null(row[[name]])) NA else row[[name]])
    data.frame(scenario = one$scenario, cells, stringsAsFactors = FALSE)
  })), recursive = FALSE)
  do.call(rbind, rows)
}

spells <- function(persons, event) {
  if (is.character(event)) event <- persons[[event]]
  persons$event_ <- as.logical(event)
  persons <- persons[order(persons$scenario, persons$replication, persons$person, persons$month), ]
  key <- interaction(persons$scenario, persons$replication, persons$person, drop = TRUE, lex.order = TRUE)
  before <- ave(persons$event_, key, FUN = function(x) cumsum(x) - x)
  # Who has the event in the first month was not at risk of it.
  place <- ave(seq_along(key), key, FUN = seq_along)
  first <- ave(persons$event_ & place == 1, key, FUN = any)
  at_risk <- persons[before == 0 & !first, ]
  key <- interaction(at_risk$scenario, at_risk$replication, at_risk$person, drop = TRUE, lex.order = TRUE)
  begin <- at_risk[!duplicated(key), setdiff(names(at_risk), "event_")]
  begin$months <- as.vector(tapply(at_risk$event_, key, length))
  begin$event <- as.vector(tapply(at_risk$event_, key, any))
  rownames(begin) <- NULL
  begin
}

folder_of <- function(result) if (inherits(result, "samverkan_result")) result$folder else result

as_dates <- function(frame) {
  for (column in intersect(c("month", "arrival"), names(frame))) frame[[column]] <- as.Date(frame[[column]])
  frame
}
