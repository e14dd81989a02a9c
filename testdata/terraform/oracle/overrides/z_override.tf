locals {
  changed = "last"
}
