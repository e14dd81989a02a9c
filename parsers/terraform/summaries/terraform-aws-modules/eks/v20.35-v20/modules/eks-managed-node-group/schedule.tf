locals {
  unchanged = -1
}
