variable "auto_ingress_rules" {
  type    = list(string)
  default = ["loki-grafana", "loki-grafana-grpc"]
}
