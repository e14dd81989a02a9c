package aws

import (
	"strings"

	"github.com/archlint/archlint/parsers/graph"
)

// OwnImage tells whether the instances of some compute start from an image of one's own, as far as anything says so: it is
// made here, or looked up among those of one's own account. A literal ID, or a parameter, says nothing: False.
func OwnImage(compute *graph.Resource) graph.Tri {
	type key struct{ r *graph.Resource }
	return graph.Fact(compute.Graph(), key{compute}, func() graph.Tri {
		out := graph.False
		for _, r := range launchedFrom(compute) {
			image := Instance.Image
			switch {
			case LaunchTemplate.Includes(r) == graph.True:
				image = LaunchTemplate.Image
			case LaunchConfiguration.Includes(r) == graph.True:
				image = LaunchConfiguration.Image
			case Instance.Includes(r) != graph.True:
				continue
			}
			for _, ref := range graph.Refs(image.raw(r)) {
				for _, t := range r.Graph().Targets(ref) {
					if own := ownImage(t); own == graph.True {
						out = out.Or(graph.Known(!ref.Possible).Or(graph.Unknown))
						r.Graph().Doubt(graph.Doubt{Resource: compute, Message: compute.Address + " may start from the image of " + t.Address})
					}
				}
			}
		}
		return out
	})
}

// imageMakers are the types of resources that make images.
var imageMakers = map[string]bool{
	"aws_ami": true, "aws_ami_copy": true, "aws_ami_from_instance": true, "aws_imagebuilder_image": true, "AWS::ImageBuilder::Image": true,
}

// ownImage tells whether a resource makes an image, or a data source finds one of one's own account.
func ownImage(t *graph.Resource) graph.Tri {
	if t.Mode == graph.Managed || t.Mode == graph.Imported || strings.HasPrefix(t.Type, "aws_imagebuilder_") {
		return graph.Known(imageMakers[t.Type])
	}
	if t.Type != "aws_ami" && t.Type != "aws_ami_ids" {
		return graph.Unknown
	}
	u, _ := t.Attribute("owners").Unmark()
	if u.IsNull() || !u.IsKnown() || !u.CanIterateElements() || u.LengthInt() == 0 {
		return graph.Unknown
	}
	out := graph.True
	for it := u.ElementIterator(); it.Next(); {
		_, e := it.Element()
		text, known := textOf(e)
		switch {
		case known && text == "self":
		case known && (text == "amazon" || text == "aws-marketplace" || text == "aws-backup-vault"):
			return graph.False
		default:
			own := graph.Unknown
			for _, me := range t.Graph().OfType("aws_caller_identity") {
				if id, told := textOf(me.Attribute("account_id")); told && known && id == text {
					own = graph.True
				}
			}
			for _, ref := range graph.Refs(e) {
				for _, o := range t.Graph().Targets(ref) {
					if o.Type == "aws_caller_identity" && !ref.Possible {
						own = graph.True
					}
				}
			}
			out = out.And(own)
		}
	}
	return out
}
