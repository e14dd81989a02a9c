locals {
  no_controls = null
}
