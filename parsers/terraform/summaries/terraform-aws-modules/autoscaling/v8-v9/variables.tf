variable "traffic_source_attachments" {
  type    = any
  default = {}
}
