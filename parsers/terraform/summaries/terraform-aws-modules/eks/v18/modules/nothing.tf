locals {
  # what outputs give for what is not there
  nothing = ""
}
