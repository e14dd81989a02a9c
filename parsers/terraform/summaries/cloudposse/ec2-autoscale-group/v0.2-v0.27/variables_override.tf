variable "capacity_rebalance" {
  default = null
}
