variable "subnets" {}

variable "known" {
  type = string
}

output "first" {
  value = element(split(",", var.subnets), 0)
}

output "joined" {
  value = join(",", split(",", var.subnets))
}

output "known" {
  value = split(",", var.known)
}
