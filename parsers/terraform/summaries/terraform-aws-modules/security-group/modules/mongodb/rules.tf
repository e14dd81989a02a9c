variable "auto_ingress_rules" {
  type    = list(string)
  default = ["mongodb-27017-tcp", "mongodb-27018-tcp", "mongodb-27019-tcp"]
}
