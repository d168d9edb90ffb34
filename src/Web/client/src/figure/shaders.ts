// Small shaders of its own: colours come from the page's tokens as they are, without tone mapping.
const head = 'precision highp float;precision highp int;';

/** Up to three frames carry a vertex; a frame is three texels. */
const skin = `${head}
in vec3 position,normal,canon;in vec4 frames,weights;
uniform mat4 viewMatrix,projectionMatrix;uniform highp sampler2D bones;
void carry(out vec3 p,out vec3 n){
  vec4 a=vec4(0.),b=vec4(0.),c=vec4(0.);
  for(int k=0;k<3;k++){float w=weights[k];int f=int(frames[k]+.5);
    a+=w*texelFetch(bones,ivec2(0,f),0);b+=w*texelFetch(bones,ivec2(1,f),0);c+=w*texelFetch(bones,ivec2(2,f),0);}
  vec4 q=vec4(position,1.);p=vec3(dot(a,q),dot(b,q),dot(c,q));
  n=vec3(dot(a.xyz,normal),dot(b.xyz,normal),dot(c.xyz,normal));}`;

/** Soft light from above, in front and right, in two gentle steps. */
const light = `uniform vec3 shade;
vec3 lit(vec3 base,vec3 n){float l=dot(normalize(n),vec3(.42,-.55,.72));
  return mix(base,shade,.30*(1.-smoothstep(-.55,.45,l))+.05*(1.-smoothstep(.2,.9,l)));}`;

export const body = {
  vertex: `${skin}
out vec3 vCanon,vNormal;
void main(){vec3 p,n;carry(p,n);vCanon=canon;vNormal=n;gl_Position=projectionMatrix*(viewMatrix*vec4(p,1.));}`,
  /** What a point wears, by where it lies on the lean man: the same rules as on the server, with borders as wide as a pixel. */
  fragment: `${head}
in vec3 vCanon,vNormal;out vec4 colour;
uniform vec3 cSkin,cTop,cShorts,cSocks,cHair,ink;uniform float scale,wash,rests;
uniform vec3 armFrom,armWay,thighFrom,thighWay,shankFrom,shankWay;
${light}
float past(float d){float w=max(fwidth(d),1e-6);return smoothstep(-.7*w,.7*w,d);}
float rule(float d){return 1.-smoothstep(.0,1.3,abs(d)/max(fwidth(d),1e-6));}
float seg(vec2 p,vec2 a,vec2 b){vec2 d=b-a;return length(p-a-d*clamp(dot(p-a,d)/dot(d,d),0.,1.));}
void main(){
  vec3 c=vCanon/scale;float x=c.x,o=abs(c.y),z=c.z,h=z+.8965;vec3 p=vec3(x,-o,z);
  float arm=dot(p-armFrom,armWay),thigh=dot(p-thighFrom,thighWay),shank=dot(p-shankFrom,shankWay);
  float isHead=step(o,.11)*step(.578,z-.35*x);
  float dSleeve=arm-.44,dLeg=thigh-.46,dSock=shank-.885,dWaist=.04-(z-.02*x),dNeck=z+.42*x-(.556+.13*o);
  float sleeve=past(dSleeve)*step(.19,o),neck=past(dNeck)*step(.47,z)*step(o,.16),low=past(dWaist)*step(o,.32),leg=past(dLeg),sock=past(dSock);
  vec3 b=mix(cTop,cSkin,max(sleeve,neck));
  b=mix(b,mix(cShorts,cSkin,leg),low);
  b=mix(b,cSocks,sock*low);
  float line=max(max(rule(dSleeve)*step(.19,o)*(1.-low),rule(dNeck)*step(.47,z)*step(o,.16)),max(max(rule(dLeg),rule(dSock))*low,rule(dWaist)*step(o,.32)*step(o,.17)));
  vec2 f=vec2(o,h);float px=length(fwidth(f));
  if(isHead>.5){
    float ear=length(vec2(x+.003,(h-1.592)*.72));
    float front=.018+.05*smoothstep(0.,1.,(h-1.6)/.07);
    float behind=min(min(h-(1.579+.42*x),front-x),max(.004-x,h-1.585));
    float hair=max(behind,h-(1.668-1.184*o*o));
    hair=(ear<.024&&o>.066)?-1.:hair;
    b=mix(cSkin,cHair,smoothstep(-.0012,.0012,hair));line=0.;
    float d=1.;
    if(x>.045){
      float lid=min(seg(f,vec2(.016,1.5985),vec2(.023,1.6027)),min(seg(f,vec2(.023,1.6027),vec2(.031,1.6029)),seg(f,vec2(.031,1.6029),vec2(.040,1.5987))))-.0013;
      float pupil=seg(f,vec2(.0275,1.6005),vec2(.0275,1.5985))-.0034;
      float closed=min(seg(f,vec2(.018,1.601),vec2(.025,1.5985)),min(seg(f,vec2(.025,1.5985),vec2(.033,1.598)),seg(f,vec2(.033,1.598),vec2(.040,1.6))))-.0013;
      d=rests>.5?closed:min(lid,pupil);
      float brow=min(seg(f,vec2(.013,1.62),vec2(.024,1.6225)),min(seg(f,vec2(.024,1.6225),vec2(.036,1.6225)),seg(f,vec2(.036,1.6225),vec2(.045,1.618))))-.0010;
      float mouth=min(seg(f,vec2(0.,1.545),vec2(.007,1.5447)),seg(f,vec2(.007,1.5447),vec2(.017,1.5460)))-.0011;
      float nose=min(seg(f,vec2(0.,1.565),vec2(.008,1.564)),seg(f,vec2(.008,1.564),vec2(.0125,1.566)))-.0007;
      d=min(min(d,brow),min(mouth,nose));}
    line=max(line,1.-smoothstep(-.2*px,.8*px,d));
  }
  b=mix(b,cSkin,wash);colour=vec4(mix(lit(b,vNormal),ink,line*.85*(1.-wash)),1.);}`,
};

/** The mesh's back, pushed outwards by some pixels: an outline, also where a limb passes another. */
export const outline = {
  vertex: `${skin}
uniform float reach;
void main(){vec3 p,n;carry(p,n);vec4 v=viewMatrix*vec4(p,1.);v.xyz+=normalize(mat3(viewMatrix)*n)*(-v.z)*reach;gl_Position=projectionMatrix*v;}`,
  fragment: `${head}uniform vec3 tint;uniform float opacity;out vec4 colour;void main(){colour=vec4(tint,opacity);}`,
};

export const shadow = {
  vertex: `${skin}
uniform float ground;
void main(){vec3 p,n;carry(p,n);float h=max(p.z-ground,0.);gl_Position=projectionMatrix*(viewMatrix*vec4(p.x-.10*h,p.y+.10*h,ground+.0015,1.));}`,
  fragment: outline.fragment,
};

/** Bones and discs: one colour a vertex group. */
export const bone = {
  vertex: `${skin}
out vec3 vNormal;flat out int vGroup;
void main(){vec3 p,n;carry(p,n);vNormal=n;vGroup=int(canon.x+.5);vec4 v=viewMatrix*vec4(p,1.);gl_Position=projectionMatrix*v;
  vec4 near=projectionMatrix*(v+vec4(0.,0.,.13,0.));gl_Position.z=near.z/near.w*gl_Position.w;}`,
  fragment: `${head}in vec3 vNormal;flat in int vGroup;out vec4 colour;uniform vec3 tint,disc,strong;uniform float loads[8];
${light}
void main(){float load=vGroup>0?loads[vGroup-1]:0.;vec3 b=vGroup>0?mix(disc,strong,load):tint;colour=vec4(lit(b,vNormal),1.);}`,
};

export const prop = {
  vertex: `${head}in vec3 position,normal;uniform mat4 viewMatrix,projectionMatrix,modelMatrix;out vec3 vNormal;
void main(){vNormal=mat3(modelMatrix)*normal;gl_Position=projectionMatrix*(viewMatrix*(modelMatrix*vec4(position,1.)));}`,
  fragment: `${head}in vec3 vNormal;out vec4 colour;uniform vec3 tint;uniform float opacity;
${light}
void main(){colour=vec4(mix(tint,lit(tint,vNormal),.55),opacity);}`,
  edgeVertex: `${head}in vec3 position;uniform mat4 viewMatrix,projectionMatrix,modelMatrix;
void main(){vec4 v=viewMatrix*(modelMatrix*vec4(position,1.));v.xyz*=.9985;gl_Position=projectionMatrix*v;}`,
};

/** Drawn nearer to the eye than it is, so that it shows through skin and cloth but not through a limb in front. */
const tube = `${head}in vec3 position,normal;in vec4 look;uniform mat4 viewMatrix,projectionMatrix;uniform float reach;
out vec3 vNormal;out vec4 vLook;
void main(){vNormal=normal;vLook=look;vec4 v=viewMatrix*vec4(position,1.);v.xyz+=normalize(mat3(viewMatrix)*normal)*(-v.z)*reach;
  gl_Position=projectionMatrix*v;vec4 near=projectionMatrix*(v+vec4(0.,0.,look.z,0.));gl_Position.z=near.z/near.w*gl_Position.w;}`;

export const muscle = {
  vertex: tube,
  fragment: `${head}in vec3 vNormal;in vec4 vLook;out vec4 colour;uniform vec3 tint,fibre;uniform float opacity,faintest;
${light}
void main(){float a=abs(fract(vLook.y*6.+.5)-.5),w=fwidth(vLook.y)*6.;float f=w<.5?1.-smoothstep(.06,.06+w,a):0.;
  colour=vec4(mix(lit(tint,vNormal),fibre,.45*f*smoothstep(.03,.12,vLook.x)*smoothstep(.97,.88,vLook.x)),opacity*mix(faintest,1.,vLook.w));}`,
  edge: `${head}in vec4 vLook;out vec4 colour;uniform vec3 tint;uniform float opacity,faintest;void main(){colour=vec4(tint,opacity*mix(faintest,1.,vLook.w));}`,
};
