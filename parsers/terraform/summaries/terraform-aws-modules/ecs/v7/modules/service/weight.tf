locals {
  no_weight  = 1
  knows_self = true
}
