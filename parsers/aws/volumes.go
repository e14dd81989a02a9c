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
				if out == graph.True {
					return out
				}
			}
		}
	}
	return out
}

// clusterFileSystems are the words by which a boot script sets up a file system that several instances may write at once.
var clusterFileSystems = []string{"gfs2", "ocfs2", "gpfs", "beegfs", "vmfs", "scoutfs"}

// MultiAttached are the instances of a web tier that hold one Multi-Attach volume at the same time; shared is False where
// there are fewer than two, or where a boot script sets up a file system that is made for it.
func MultiAttached(volume *graph.Resource) (shared graph.Tri, holders []*graph.Resource) {
	shared = Volume.MultiAttach.Of(volume).Is(true)
	if shared == graph.False {
		return shared, nil
	}
	var set graph.Set
	for _, b := range VolumeAttachment.Volume.Into(volume).Items {
		for i := range VolumeAttachment.Instance.Of(b.From).Targets() {
			web := Web(i).Or(App(i))
			if web == graph.False {
				continue
			}
			if boots(i, clusterFileSystems...) != graph.False {
				shared = shared.And(boots(i, clusterFileSystems...).Not())
			}
			set.Add(graph.Member{Key: i.Address, Possible: b.Certain.And(web) != graph.True})
			holders = append(holders, i)
		}
	}
	return shared.And(set.AtLeast(2)), holders
}

// ApartFromVolume tells whether an attachment joins a volume and an instance in different zones, which cannot be: where each
// of them lies, too.
func ApartFromVolume(attachment *graph.Resource) (apart graph.Tri, volume, instance Zones) {
	apart = graph.False
	for v := range VolumeAttachment.Volume.Of(attachment).Targets() {
		for i := range VolumeAttachment.Instance.Of(attachment).Targets() {
			zones, isWritten := Volume.Zones.Of(v)
			if isWritten != graph.True {
				continue
			}
			runs := ZonesOfCompute(i)
			both := Zones{Edge: graph.False}
			both.Union(zones, false)
			both.Union(runs, false)
			if both.AtLeast(2) == graph.True && zones.AtLeast(2) == graph.False && runs.AtLeast(2) == graph.False {
				return graph.True, zones, runs
			}
		}
	}
	return apart, volume, instance
}
