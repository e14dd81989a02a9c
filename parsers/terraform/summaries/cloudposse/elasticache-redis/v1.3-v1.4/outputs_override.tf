locals {
  endpoint_address        = coalesce(local.endpoint_serverless, local.endpoint_cluster, local.endpoint_instance)
  reader_endpoint_address = coalesce(local.reader_serverless, local.reader_instance, local.reader_instance)
}
