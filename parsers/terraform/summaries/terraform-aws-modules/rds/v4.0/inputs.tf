variable "cross_region_replica" {
  type    = bool
  default = false
}
