#' The words that call the program: SAMVERKAN, else the script of a clone above the working directory, else the PATH.
find_program <- function() {
  said <- Sys.getenv("SAMVERKAN")
  if (nzchar(said)) return(if (file.exists(said)) said else strsplit(trimws(said), " +")[[1]])
  at <- normalizePath(getwd())
  repeat {
    script <- file.path(at, "samverkan")
    if (file.exists(file.path(at, "Simulation.sln")) && file.exists(script)) return(script)
    above <- dirname(at)
    if (above == at) break
    at <- above
  }
  found <- Sys.which("samverkan")
  if (nzchar(found)) return(unname(found))
  stop("The program is not found. Set SAMVERKAN to its path, or put it on the PATH.", call. = FALSE)
}

samverkan_call <- function(...) {
  words <- c(find_program(), as.character(c(...)), "--json")
  said <- tempfile("samverkan-")
  on.exit(unlink(said))
  output <- suppressWarnings(system2(words[1], shQuote(words[-1]), stdout = TRUE, stderr = said))
  code <- attr(output, "status")
  text <- paste(output, collapse = "\n")
  answer <- if (nzchar(text)) tryCatch(jsonlite::fromJSON(text, simplifyVector = FALSE), error = function(e) list()) else list()
  if (!is.null(code) && code != 0) {
    told <- unlist(answer$messages)
    stop(paste(if (length(told)) told else readLines(said, warn = FALSE), collapse = "\n"), call. = FALSE)
  }
  answer
}

option <- function(name, value) if (is.null(value)) character() else c(name, format(value, scientific = FALSE, trim = TRUE))

flag <- function(name, given) if (isTRUE(given)) name else character()

settings <- function(set) {
  if (length(set) == 0) return(character())
  if (is.null(names(set)) || any(names(set) == "")) stop("'set' needs names, such as c(\"committee.meetingsPerYear\" = \"12 meetings/yr\").", call. = FALSE)
  as.vector(rbind("--set", paste0(names(set), "=", vapply(set, function(one) if (is.logical(one)) tolower(as.character(one)) else format(one, scientific = FALSE), ""))))
}
