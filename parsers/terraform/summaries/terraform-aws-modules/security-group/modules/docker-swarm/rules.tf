variable "auto_ingress_rules" {
  type = list(string)
  default = [
    "docker-swarm-mngmt-tcp", "docker-swarm-node-tcp", "docker-swarm-node-udp", "docker-swarm-overlay-udp",
  ]
}
