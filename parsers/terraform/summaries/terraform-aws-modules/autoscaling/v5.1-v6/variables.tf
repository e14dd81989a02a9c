variable "launch_template" {
  type    = string
  default = null
}
