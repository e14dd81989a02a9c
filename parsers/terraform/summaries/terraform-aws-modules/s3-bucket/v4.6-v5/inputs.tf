variable "availability_zone_id" {
  type    = string
  default = null
}
