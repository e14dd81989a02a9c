variable "family" {
  type    = string
  default = "redis7"
}
