variable "auto_ingress_rules" {
  type = list(string)
  default = [
    "zipkin-admin-tcp", "zipkin-admin-query-tcp", "zipkin-admin-web-tcp", "zipkin-query-tcp", "zipkin-web-tcp",
  ]
}
