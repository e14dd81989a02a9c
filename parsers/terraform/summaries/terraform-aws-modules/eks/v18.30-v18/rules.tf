locals {
  rules_without_nodes = false
}
