variable "autoscaling_group_tags_not_propagate_at_launch" {
  type    = list(string)
  default = []
}

variable "image_id" {
  type    = string
  default = null
}

variable "initial_lifecycle_hooks" {
  type    = any
  default = null
}

variable "schedules" {
  type = map(object({
    desired_capacity = optional(number)
    end_time         = optional(string)
    max_size         = optional(number)
    min_size         = optional(number)
    recurrence       = optional(string)
    start_time       = optional(string)
    time_zone        = optional(string)
  }))
  default = null
}

variable "network_interfaces" {
  type    = any
  default = null
}
