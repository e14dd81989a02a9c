package aws

import "github.com/archlint/archlint/parsers/graph"

// rootDevices are the usual names of the device that an instance boots from.
var rootDevices = map[string]bool{"/dev/xvda": true, "/dev/sda1": true, "/dev/sda": true}

// DataVolumes tells whether the compute is given block devices beside the one it boots from.
func DataVolumes(compute *graph.Resource) graph.Tri {
	out := graph.False
	extra := func(l BlockList) {
		if l.Open {
			out = out.Or(graph.Unknown)
		}
		for _, b := range l.Items {
			out = out.Or(field[string](b, "device_name", "DeviceName").Test(func(name string) bool { return !rootDevices[name] }))
		}
	}
	via := func(e Edge, devices Blocks) {
		l := e.Of(compute)
		if l.Open {
			out = out.Or(graph.Unknown)
		}
		for _, i := range l.Items {
			if i.To == nil || i.To.Mode != graph.Managed {
				out = out.Or(graph.Unknown)
				continue
			}
			extra(devices.Of(i.To))
		}
	}
	switch {
	case AutoScalingGroup.Includes(compute) == graph.True:
		via(AutoScalingGroup.LaunchTemplate, LaunchTemplate.Devices)
		via(AutoScalingGroup.LaunchConfiguration, LaunchConfiguration.Devices)
	case Instance.Includes(compute) == graph.True:
		extra(Instance.Devices.Of(compute))
		out = out.Or(VolumeAttachment.Instance.Into(compute).Any(), Instance.Volumes.Of(compute).Any())
	}
	return out
}

// SharedByWeb tells whether the volume that the attachment gives to an instance of a web tier is given to another
// instance of a web tier by another attachment. Multi-Attach volumes are made for that and judged elsewhere.
func SharedByWeb(attachment, volume *graph.Resource) graph.Tri {
	if multi := Volume.MultiAttach.Of(volume).Is(true); multi != graph.False {
		return multi.Not()
	}
	mine := VolumeAttachment.Instance.Of(attachment)
	out := graph.False
	for _, b := range VolumeAttachment.Volume.Into(volume).Items {
		if b.From == attachment || b.From.Address > attachment.Address { // told once, at the later one
			continue
		}
		others := VolumeAttachment.Instance.Of(b.From)
		for i := range mine.Targets() {
			for o := range others.Targets() {
				if i != o {
					out = out.Or(b.Certain.And(Web(i), Web(o), attachment.Exists))
				}
			}
		}
	}
	return out
}
