# A list of one before v2.
variable "health_check" {
  type = any
}
