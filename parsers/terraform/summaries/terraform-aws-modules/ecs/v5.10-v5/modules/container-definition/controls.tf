locals {
  no_controls = []
}
