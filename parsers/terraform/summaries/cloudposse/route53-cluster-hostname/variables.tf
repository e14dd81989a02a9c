variable "zone_id" {
  type    = string
  default = null
}

variable "dns_name" {
  type    = string
  default = ""
}

variable "type" {
  type    = string
  default = "CNAME"
}

variable "ttl" {
  type    = number
  default = 300
}

variable "records" {
  type = list(string)
}
