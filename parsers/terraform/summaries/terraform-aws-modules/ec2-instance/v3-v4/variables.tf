variable "source_dest_check" {
  type    = bool
  default = true
}

variable "launch_template" {
  type    = map(string)
  default = null
}
