variable "validation_method" {
  type    = string
  default = "DNS"
}
