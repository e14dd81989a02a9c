variable "create_traffic_source_attachment" {
  type    = bool
  default = false
}

variable "traffic_source_identifier" {
  type    = string
  default = ""
}

variable "traffic_source_type" {
  type    = string
  default = "elbv2"
}
