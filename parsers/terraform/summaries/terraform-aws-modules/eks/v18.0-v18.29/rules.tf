locals {
  rules_without_nodes = true
}
