variable "launch_template_id" {
  type    = string
  default = null
}
