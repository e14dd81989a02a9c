variable "auto_ingress_rules" {
  type = list(string)
  default = [
    "consul-tcp", "consul-cli-rpc-tcp", "consul-webui-tcp", "consul-dns-tcp", "consul-dns-udp", "consul-serf-lan-tcp",
    "consul-serf-lan-udp", "consul-serf-wan-tcp", "consul-serf-wan-udp",
  ]
}
