variable "launch_template" {
  type    = map(string)
  default = {}
}
