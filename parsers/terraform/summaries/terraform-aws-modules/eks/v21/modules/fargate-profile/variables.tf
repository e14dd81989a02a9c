variable "cluster_ip_family" {
  type    = string
  default = "ipv4"
}

variable "name" {
  type     = string
  default  = ""
  nullable = false
}

variable "subnet_ids" {
  type     = list(string)
  default  = []
  nullable = false
}

variable "create_iam_role" {
  type     = bool
  default  = true
  nullable = false
}

variable "selectors" {
  type = list(object({
    namespace = string
    labels    = optional(map(string))
  }))
  default = null
}
