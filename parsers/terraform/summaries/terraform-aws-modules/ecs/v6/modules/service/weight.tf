locals {
  no_weight  = null
  knows_self = false
}
