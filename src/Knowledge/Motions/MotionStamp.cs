using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mainstay.Knowledge.Motions;

/// <summary>A short name of everything the contacts solver reads of a motion: it changes when an angle, a contact, a prop or the order of
/// steps does, and not when a sentence does.</summary>
public static class MotionStamp
{
    static readonly JsonSerializerOptions Options = new() { IncludeFields = true, Converters = { new JsonStringEnumConverter() } };

    public static string Of(Motion motion, MotionVariant? variant)
    {
        var poses = new MotionPoses(motion, variant, solved: false);
        var read = new
        {
            poses.Props,
            Terms = poses.Terms.ToArray(),
            Contacts = poses.Poses.Select((_, i) => poses.ContactsOf(i)).ToArray(),
            Free = poses.Poses.Select((_, i) => poses.FreeOf(i)).ToArray(),
            Places = poses.Poses.Select(pose => pose.Places).ToArray(),
            Ids = poses.Poses.Select(pose => pose.Id).ToArray(),
            Ways = poses.Ways().ToArray(),
        };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(read, Options))))[..12];
    }
}
