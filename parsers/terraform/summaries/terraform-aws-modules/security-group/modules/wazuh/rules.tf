variable "auto_ingress_rules" {
  type = list(string)
  default = [
    "wazuh-server-agent-connection-tcp", "wazuh-server-agent-connection-udp", "wazuh-server-agent-enrollment",
    "wazuh-server-agent-cluster-daemon", "wazuh-server-syslog-collector-tcp", "wazuh-server-syslog-collector-udp",
    "wazuh-server-restful-api", "wazuh-indexer-restful-api", "wazuh-dashboard",
  ]
}
