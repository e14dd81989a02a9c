# The rules that have names, of all versions together. An input "rules" takes the place of the whole table: from port,
# to port, protocol for each name.
locals {
  rules = var.rules == null ? local.named_rules : var.rules

  named_rules = merge(
    { for name, port in local.tcp_rules : name => [tostring(port), tostring(port), "tcp"] },
    { for name, port in local.udp_rules : name => [tostring(port), tostring(port), "udp"] },
    {
      graphite-8216-tcp    = ["8216", "8126", "tcp"]
      saltstack-tcp        = ["4505", "4506", "tcp"]
      solr-tcp             = ["8983", "8987", "tcp"]
      storm-supervisor-tcp = ["6700", "6703", "tcp"]
      all-all              = ["-1", "-1", "-1"]
      all-icmp             = ["-1", "-1", "icmp"]
      all-ipv6-icmp        = ["-1", "-1", "58"]
      all-tcp              = ["0", "65535", "tcp"]
      all-udp              = ["0", "65535", "udp"]
      _                    = ["", "", ""] # of a rule without a name
    },
  )

  tcp_rules = {
    activemq-5671-tcp                 = 5671, activemq-61614-tcp = 61614, activemq-61617-tcp = 61617, activemq-61619-tcp = 61619,
    activemq-8883-tcp                 = 8883, alertmanager-9093-tcp = 9093, alertmanager-9094-tcp = 9094,
    carbon-admin-tcp                  = 2004, carbon-gui-udp = 8081, carbon-line-in-tcp = 2003, carbon-pickle-tcp = 2013,
    cassandra-clients-tcp             = 9042, cassandra-jmx-tcp = 7199, cassandra-thrift-clients-tcp = 9160,
    consul-cli-rpc-tcp                = 8400, consul-dns-tcp = 8600, consul-grpc-tcp = 8502, consul-grpc-tcp-tls = 8503,
    consul-serf-lan-tcp               = 8301, consul-serf-wan-tcp = 8302, consul-tcp = 8300, consul-webui-http-tcp = 8500,
    consul-webui-https-tcp            = 8501, consul-webui-tcp = 8500,
    dax-cluster-encrypted-tcp         = 9111, dax-cluster-unencrypted-tcp = 8111, dns-tcp = 53,
    docker-swarm-mngmt-tcp            = 2377, docker-swarm-node-tcp = 7946,
    elasticsearch-java-tcp            = 9300, elasticsearch-rest-tcp = 9200, etcd-client-tcp = 2379, etcd-peer-tcp = 2380,
    grafana-tcp                       = 3000,
    graphite-2003-tcp                 = 2003, graphite-2004-tcp = 2004, graphite-2023-tcp = 2023, graphite-2024-tcp = 2024,
    graphite-8080-tcp                 = 8080, graphite-8125-tcp = 8125, graphite-8126-tcp = 8126, graphite-webui = 80,
    http-80-tcp                       = 80, http-8080-tcp = 8080, https-443-tcp = 443, https-8443-tcp = 8443,
    kafka-broker-sasl-iam-public-tcp  = 9198, kafka-broker-sasl-iam-tcp = 9098, kafka-broker-sasl-scram-public-tcp = 9196,
    kafka-broker-sasl-scram-tcp       = 9096, kafka-broker-tcp = 9092, kafka-broker-tls-public-tcp = 9194,
    kafka-broker-tls-tcp              = 9094, kafka-jmx-exporter-tcp = 11001, kafka-node-exporter-tcp = 11002, kibana-tcp = 5601,
    kubernetes-api-tcp                = 6443, ldap-tcp = 389, ldaps-tcp = 636, logstash-tcp = 5044,
    loki-grafana                      = 3100, loki-grafana-grpc = 9095, memcached-tcp = 11211, minio-tcp = 9000,
    mongodb-27017-tcp                 = 27017, mongodb-27018-tcp = 27018, mongodb-27019-tcp = 27019, mongodb-tcp = 27017,
    mssql-analytics-tcp               = 2383, mssql-broker-tcp = 4022, mssql-tcp = 1433, mysql-tcp = 3306, nfs-tcp = 2049,
    nomad-http-tcp                    = 4646, nomad-rpc-tcp = 4647, nomad-serf-tcp = 4648, octopus-tentacle-tcp = 10933,
    openvpn-https-tcp                 = 443, openvpn-tcp = 943, oracle-db-tcp = 1521, postgresql-tcp = 5432,
    prometheus-http-tcp               = 9090, prometheus-node-exporter-http-tcp = 9100, prometheus-pushgateway-http-tcp = 9091,
    promtail-http                     = 9080, puppet-tcp = 8140, puppetdb-tcp = 8081,
    rabbitmq-15672-tcp                = 15672, rabbitmq-25672-tcp = 25672, rabbitmq-4369-tcp = 4369, rabbitmq-5671-tcp = 5671,
    rabbitmq-5672-tcp                 = 5672, rdp-tcp = 3389, redis-tcp = 6379, redshift-tcp = 5439,
    smtp-submission-2587-tcp          = 2587, smtp-submission-587-tcp = 587, smtp-tcp = 25,
    smtps-2456-tcp                    = 2465, smtps-465-tcp = 465,
    splunk-clients-tcp                = 8080, splunk-hec-tcp = 8088, splunk-indexer-tcp = 9997, splunk-splunkd-tcp = 8089,
    splunk-web-tcp                    = 8000, squid-proxy-tcp = 3128, ssh-tcp = 22, storm-nimbus-tcp = 6627, storm-ui-tcp = 8080,
    vault-tcp                         = 8200, wazuh-dashboard = 443, wazuh-indexer-restful-api = 9200, wazuh-server-agent-cluster-daemon = 1516,
    wazuh-server-agent-connection-tcp = 1514, wazuh-server-agent-enrollment = 1515, wazuh-server-restful-api = 55000,
    wazuh-server-syslog-collector-tcp = 514, web-jmx-tcp = 1099, winrm-http-tcp = 5985, winrm-https-tcp = 5986,
    zabbix-agent                      = 10050, zabbix-proxy = 10051, zabbix-server = 10051,
    zipkin-admin-query-tcp            = 9901, zipkin-admin-tcp = 9990, zipkin-admin-web-tcp = 9991, zipkin-query-tcp = 9411,
    zipkin-web-tcp                    = 8080,
    zookeeper-2181-tcp                = 2181, zookeeper-2182-tls-tcp = 2182, zookeeper-2888-tcp = 2888, zookeeper-3888-tcp = 3888,
    zookeeper-jmx-tcp                 = 7199
  }

  udp_rules = {
    carbon-line-in-udp    = 2003, carbon-pickle-udp = 2013,
    consul-dns-udp        = 8600, consul-serf-lan-udp = 8301, consul-serf-wan-udp = 8302, dns-udp = 53,
    docker-swarm-node-udp = 7946, docker-swarm-overlay-udp = 4789, graphite-8125-udp = 8125,
    ipsec-4500-udp        = 4500, ipsec-500-udp = 500, mssql-udp = 1434, nomad-serf-udp = 4648, ntp-udp = 123,
    openvpn-udp           = 1194, rdp-udp = 3389, wazuh-server-agent-connection-udp = 1514, wazuh-server-syslog-collector-udp = 514
  }
}
