variable "auto_ingress_rules" {
  type    = list(string)
  default = ["smtps-465-tcp", "smtps-2465-tcp"]
}
