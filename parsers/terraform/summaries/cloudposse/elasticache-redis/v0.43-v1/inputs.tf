variable "family" {
  type    = string
  default = "redis4.0"
}
