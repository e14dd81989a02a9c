variable "existing_nat_ips" {
  type    = list(string)
  default = []
}
