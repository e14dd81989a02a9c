variable "use_name_prefix" {
  type    = bool
  default = false
}

variable "visibility_timeout_seconds" {
  type    = number
  default = null
}

variable "redrive_policy" {
  type    = any
  default = {}
}

variable "redrive_allow_policy" {
  type    = any
  default = {}
}

variable "create_queue_policy" {
  type    = bool
  default = false
}

variable "create_dlq" {
  type    = bool
  default = false
}

variable "dlq_name" {
  type    = string
  default = null
}

variable "dlq_visibility_timeout_seconds" {
  type    = number
  default = null
}

variable "create_dlq_redrive_allow_policy" {
  type    = bool
  default = true
}

variable "dlq_redrive_allow_policy" {
  type    = any
  default = {}
}

variable "create_dlq_queue_policy" {
  type    = bool
  default = false
}

variable "dlq_tags" {
  type    = map(string)
  default = {}
}
