package aws

import (
	"strings"
	"testing"

	"github.com/archlint/archlint/parsers/cloudformation"
	"github.com/archlint/archlint/parsers/graph"
)

// newer are properties that came after the schema's date, 2024-04, or left it before, with the page that documents them.
var newer = map[string]string{
	"ComputeConfig.Enabled":                      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-eks-cluster-computeconfig.html",
	"DeploymentConfiguration.Strategy":           "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ecs-service-deploymentconfiguration.html",
	"ComputeRedundancy":                          "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-rds-dbshardgroup.html",
	"IpamPoolId":                                 "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-eip.html",
	"AvailabilityMode":                           "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html",
	"AvailabilityZoneAddresses.AvailabilityZone": "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-natgateway-availabilityzoneaddress.html",
	"EIP":                       "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-eipassociation.html",
	"TrafficSources.Identifier": "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-autoscaling-autoscalinggroup-trafficsourceidentifier.html",
}

// Every CloudFormation path of the vocabulary, with the keys of its selectors, exists in the service's schema.
func TestCloudFormationPathsExist(t *testing.T) {
	checked := 0
	for _, k := range kinds {
		for _, p := range append(k.paths[graph.CloudFormation], k.names[graph.CloudFormation]...) {
			if strings.HasPrefix(p.String(), "@") { // stands beside the properties
				continue
			}
			found, known := false, false
			for _, typ := range k.types[graph.CloudFormation] {
				isKnown, has := cloudformation.HasProperty(typ, schemaNames(p)...)
				known = known || isKnown
				found = found || has
				for i, s := range p {
					for _, where := range s.where {
						if _, key := cloudformation.HasProperty(typ, append(schemaNames(p[:i+1]), where.key)...); has && !key {
							t.Errorf("%s: %s has no key %s at %s", k, typ, where.key, p)
						}
					}
				}
			}
			if !known {
				t.Errorf("%s: none of the types %v is in the schema", k, k.types[graph.CloudFormation])
			} else if !found && newer[p.String()] == "" {
				t.Errorf("%s: %v has no property %s", k, k.types[graph.CloudFormation], p)
			}
			checked++
		}
	}
	if checked < 80 {
		t.Errorf("only %d paths were checked", checked)
	}
}

// schemaNames are the steps of a path as the schema takes them: it steps through maps by itself.
func schemaNames(p path) (names []string) {
	for _, s := range p {
		if s.name != anyEntry {
			names = append(names, s.name)
		}
	}
	return names
}

// Every type name belongs to one kind, or to several that predicates tell apart.
func TestTypesAreToldApart(t *testing.T) {
	for l := range graph.Languages {
		for typ, ks := range byTypes[l] {
			if len(ks) < 2 {
				continue
			}
			for _, k := range ks {
				if k.when == nil {
					t.Errorf("%s is of %d kinds, but %s has no predicate", typ, len(ks), k)
				}
			}
		}
	}
}

func TestParsePath(t *testing.T) {
	for _, s := range []string{"a", "a.b.c", "Attributes[Key=stickiness.enabled].Value", "Options[Namespace=aws:x,Name=y]"} {
		if got := parsePath(s); got.String() != s || got.isList() {
			t.Errorf("%s is parsed as %s, a list: %v", s, got, got.isList())
		}
	}
	if got := parsePath("a.b[]"); got.String() != "a.b" || !got.isList() {
		t.Errorf("a list is parsed as %s, a list: %v", got, got.isList())
	}
}
